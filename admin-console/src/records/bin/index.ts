export { BinPage } from "./BinPage";
