import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "@fontsource-variable/inter/index.css";
import "./graphiql.css";
import { createRoot } from "react-dom/client";
import { Explorer } from "./Explorer";

const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<Explorer />);
