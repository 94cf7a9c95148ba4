import { tmpdir } from "node:os";

/** Where folders of sockets are made: the address of a socket has room for about a hundred bytes, which some temporary folders use up. */
export function socketRoot(): string {
  return tmpdir().length > 70 ? "/tmp" : tmpdir();
}
