const busy = 2_000;
const idle = { first: 5_000, most: 40_000 };

/**
 * Milliseconds to wait before the history is looked at again.
 *
 * @param now.isBusy a run is under way where there is an answer
 * @param now.quietLooks how many looks in a row found nothing new
 */
export function pauseBeforeLook(now: { readonly isBusy: boolean; readonly quietLooks: number }): number {
  return now.isBusy ? busy : Math.min(idle.most, idle.first * 2 ** now.quietLooks);
}
