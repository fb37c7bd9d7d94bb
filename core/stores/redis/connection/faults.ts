/** What is wrong with a Redis, and what to do about it. */
export interface Fault {
  /** Goes on after "Redis at localhost:6379". */
  readonly says: string;
  readonly hint: string;
}

interface KnownFault extends Fault {
  /** Looked for in what an error says. */
  readonly sign: RegExp;
}

export const partOfCluster: Fault = { says: 'is part of a cluster', hint: 'Switch cluster mode on.' };

/**
 * Faults of the way to Redis, by the code and the message of an error of Node or of ioredis. Where one sign is part of
 * another, the narrower one stands first.
 */
export const brokenWays: readonly KnownFault[] = [
  {
    sign: /\bECONNREFUSED\b/,
    says: 'refuses connections',
    hint: 'Check host and port, and that the server runs. In a container, localhost is the container itself.',
  },
  {
    sign: /\b(?:ENOTFOUND|EAI_AGAIN)\b/,
    says: 'cannot be found: nobody knows the host',
    hint: 'Check how the host is written, and that this machine can look up names.',
  },
  {
    sign: /\b(?:EHOSTUNREACH|ENETUNREACH)\b/,
    says: 'cannot be reached: no network leads there',
    hint: 'Check host and port, and the network between this machine and the server.',
  },
  {
    sign: /\bETIMEDOUT\b/,
    says: 'could not be connected to in time',
    hint: 'Check host and port. A server without TLS keeps silent when TLS is asked of it.',
  },
  {
    sign: /\bNO_ANSWER\b|^Error Command timed out|^Error Socket timeout/,
    says: 'gave no answer in time',
    hint: 'Check that the server is well, and not busy with a slow command of somebody else.',
  },
  {
    sign: /CERT|ALTNAME|UNABLE_TO_|self-signed/,
    says: 'shows a TLS certificate that is not trusted',
    hint: 'Give the certificate of the authority that signed it, and the host by the name that it was made for.',
  },
  {
    sign: /\bERR_SSL_|\bEPROTO\b|\bERR_TLS_/,
    says: 'does not speak the TLS that was asked for',
    hint: 'Check whether the server speaks TLS, and on which port.',
  },
  {
    sign: /^Error Too many Cluster redirections/,
    says: 'is a cluster in which the key has no place at this moment',
    hint: 'It changes its roles, or some of its nodes are missing. Try again later.',
  },
  {
    sign: /ECONNRESET|EPIPE|Connection is closed|max retries|isn't writeable|RESP type|None of startup nodes/,
    says: 'broke the connection off',
    hint: 'Check that the server runs. One that speaks TLS only hangs up on whoever does not.',
  },
];

/** What Redis itself answers when it cannot serve. Any other answer is about the command. */
export const refusals: readonly KnownFault[] = [
  {
    sign: /^WRONGPASS|invalid password|username-password/,
    says: 'refuses the user name or the password',
    hint: 'Check both. A server without users of its own takes a password and no user name.',
  },
  {
    sign: /^NOAUTH|Authentication required/,
    says: 'asks for a password',
    hint: 'Give the password, and the user name if there is one.',
  },
  {
    sign: /DB index/,
    says: 'has no database of that number',
    hint: 'Most servers have the databases 0 to 15, some only 0.',
  },
  {
    sign: /^NOPERM|^ERR The user executing the script can't/,
    says: 'does not permit its user what is needed',
    hint: 'Allow it EVAL, EVALSHA, reading and writing, and all keys that begin with the key prefix.',
  },
  { sign: /^MOVED|^CROSSSLOT/, ...partOfCluster },
  {
    sign: /cluster support disabled/,
    says: 'is no cluster',
    hint: 'Switch cluster mode off.',
  },
  {
    sign: /^(?:LOADING|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|BUSY)\b|max number of clients/,
    says: 'is there, but cannot serve at this moment',
    hint: 'It loads its data, changes its roles, or has too much to do. Try again later.',
  },
  {
    sign: /^(?:OOM|MISCONF|NOREPLICAS)\b/,
    says: 'takes no writes at this moment',
    hint: 'Its memory or its disk is full, or its replicas are missing. Its own log says which.',
  },
  {
    sign: /^READONLY/,
    says: 'is a replica, which only reads',
    hint: 'Give the address of the primary.',
  },
  {
    sign: /^DENIED/,
    says: 'serves only its own machine',
    hint: 'Set a password on the server, or switch its protected mode off.',
  },
];
