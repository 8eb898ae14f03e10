/** The rules of the front end's house: features are folders with one door, and what is shared knows no feature. */
module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "features-through-their-door",
      comment: "A feature is entered through its index only.",
      severity: "error",
      from: { path: "^src/(.+)/[^/]+$" },
      to: {
        path: "^src/(fields|jobs|session|shell|operator|records/[^/]+|setup/[^/]+)/",
        pathNot: ["/index\\.tsx?$", "^src/$1/"],
      },
    },
    {
      name: "main-through-the-doors",
      severity: "error",
      from: { path: "^src/[^/]+$" },
      to: {
        path: "^src/(fields|jobs|session|shell|operator|records/[^/]+|setup/[^/]+)/",
        pathNot: "/index\\.tsx?$",
      },
    },
    {
      name: "shared-knows-no-feature",
      severity: "error",
      from: { path: "^src/(ui|api|i18n)/" },
      to: { path: "^src/(fields|jobs|session|shell|records|setup|operator|graphiql)/" },
    },
    {
      name: "api-knows-no-view",
      severity: "error",
      from: { path: "^src/api/" },
      to: { path: "^src/ui/|node_modules/(react|@mantine)", pathNot: "\\.test\\." },
    },
    {
      name: "tests-are-not-shipped",
      severity: "error",
      from: { path: "^src/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^test/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
