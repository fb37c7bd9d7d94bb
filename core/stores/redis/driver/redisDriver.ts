/** What is asked of the library that speaks with Redis. All that needs it hides behind this. */
export interface RedisDriver {
  /** Resolves when the first connection stands. @throws whatever the library throws when it cannot be made */
  connect(): Promise<void>;
  /** Whether a command can be sent at this moment. While it cannot, the driver tries to connect again and again. */
  readonly ready: boolean;
  /** Resolves with the next connection. */
  whenReady(): Promise<void>;
  /** Why there is no connection, or why the last one broke; undefined when nobody gave a reason. */
  readonly fault: Error | undefined;
  /**
   * Runs a script of one key and one argument, by its text or by its hash. Texts in the answer are Buffers.
   * @throws whatever the library throws, at once when not `ready`
   */
  run(how: 'eval' | 'evalsha', script: string, key: string, argument: string): Promise<unknown>;
  /** @throws whatever the library throws, at once when not `ready` */
  call(name: string, args: readonly string[]): Promise<unknown>;
  /** Lets the commands that are sent be answered, and ends the connection. Never rejects. */
  close(): Promise<void>;
}
