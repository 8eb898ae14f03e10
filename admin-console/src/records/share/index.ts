export { ShareDialog } from "./ShareDialog";
