import { ApiError, problem } from "@/api";
import { ErrorPanel } from "@/ui";

export function NotFoundPage() {
  return <ErrorPanel error={new ApiError([problem("NOT_FOUND", "")])} home="/" />;
}
