/** What was read in the open, and the parties that it may speak of. */
export {
  ageDays,
  checkedItem,
  linkParties,
  type OpenSourceItem,
  partiesIndex,
} from "./open-source-item.ts";
