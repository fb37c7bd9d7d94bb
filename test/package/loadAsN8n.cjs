// Loads an installed package the way n8n does and prints what it finds, as JSON: each file that package.json registers
// is required and the class named like the file is made. n8n puts its own node_modules on NODE_PATH.
// Usage: node loadAsN8n.cjs <package folder>
const path = require('node:path');

const folder = process.argv[2];
const { n8n } = require(path.join(folder, 'package.json'));

const load = (file) => {
  const [className] = path.basename(file).split('.');
  return { file, loaded: new (require(path.join(folder, file))[className])() };
};

const nodes = n8n.nodes.map(load).map(({ file, loaded: { description, execute, supplyData } }) => ({
  file,
  name: description.name,
  icon: description.icon,
  credentials: (description.credentials ?? []).map(({ name }) => name),
  runs: [execute, supplyData].some((method) => typeof method === 'function'),
}));
const credentials = n8n.credentials
  .map(load)
  .map(({ file, loaded: { name, icon } }) => ({ file, name, icon }));

console.log(JSON.stringify({ nodes, credentials }));
