/**
 * True for the name of a file that a search takes for a flow. macOS puts a `._order.flow` beside `order.flow` on disks
 * that are not its own, with what Finder knows of it: that is no flow.
 */
export const isFlowName = (name: string): boolean => name.endsWith('.flow') && !name.startsWith('._');
