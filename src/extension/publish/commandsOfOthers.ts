/** Commands that publishing leads to and that other parts of the extension register. */
export const commandsOfOthers = {
  openInAirflow: "aqueduct.openInAirflow",
  triggerWorkflow: "aqueduct.triggerWorkflow",
} as const;
