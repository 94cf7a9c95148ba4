import type { FileNames, GlobalMeaning } from "../../model/names.js";

/** What is called, cut at its last dot. */
export function splitCallee(callee: string): { readonly receiver: string; readonly method: string } {
  const dot = callee.lastIndexOf(".");
  return { receiver: dot === -1 ? "" : callee.slice(0, dot), method: callee.slice(dot + 1) };
}

/** Whether a receiver is certainly, or by its name probably, what is wanted: `boto3.resource('s3')` is none of ours. */
export function isReceiver(receiver: string, wanted: Exclude<GlobalMeaning, "other">, { globals }: FileNames): boolean {
  if (/^(?:\w+\.)*Client\(\s*\)$/.test(receiver)) return wanted === "client";
  const meaning = globals.get(receiver);
  if (meaning !== undefined) return meaning === wanted;
  const last = receiver.slice(receiver.lastIndexOf(".") + 1);
  if (wanted === "client") return /client/i.test(last);
  // A variable of a helper, or the result of a call: its method tells enough.
  return last !== "";
}
