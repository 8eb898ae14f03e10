import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

/** The one accent. */
const accent: MantineColorsTuple = [
  "#eef1fe",
  "#dbe1fb",
  "#b6c3f5",
  "#8fa2ef",
  "#6c84e9",
  "#5069e2",
  "#3b5bdb",
  "#304dbf",
  "#263e9a",
  "#1c2f77",
];

export const theme = createTheme({
  primaryColor: "accent",
  primaryShade: { light: 6, dark: 5 },
  colors: {
    accent,
    dark: [
      "#e6e8ec",
      "#c3c7cf",
      "#9aa0ab",
      "#7a808c",
      "#4a4f5a",
      "#33373f",
      "#272a31",
      "#1d2026",
      "#15171c",
      "#0f1115",
    ],
  },
  autoContrast: true,
  fontFamily: "'Inter Variable', ui-sans-serif, system-ui, 'Segoe UI', Roboto, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Code', 'JetBrains Mono', Menlo, monospace",
  defaultRadius: "md",
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "12px", xl: "16px" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  headings: {
    fontWeight: "640",
    sizes: {
      h1: { fontSize: "24px", lineHeight: "32px" },
      h2: { fontSize: "18px", lineHeight: "24px" },
      h3: { fontSize: "15px", lineHeight: "20px" },
    },
  },
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: "sm", fw: 550 } },
    TextInput: { defaultProps: { size: "sm" } },
    Select: { defaultProps: { size: "sm", comboboxProps: { shadow: "md" } } },
    Menu: { defaultProps: { shadow: "md", position: "bottom-end" } },
    Popover: { defaultProps: { shadow: "md" } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.4 } } },
    Drawer: { defaultProps: { overlayProps: { backgroundOpacity: 0.3 } } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ["label", "input", "description", "error"] },
      styles: { label: { marginBottom: 4 }, description: { marginTop: 4 }, error: { marginTop: 4, fontSize: 13 } },
    },
  },
});

/** Where the library's own colours would be too faint to read. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { "--mantine-color-error": "#c92a2a", "--mantine-color-placeholder": "#6b7280" },
  dark: {
    "--mantine-color-error": "#ff8787",
    "--mantine-color-placeholder": "#9aa0ab",
    "--mantine-color-accent-light": "#262f5a",
    "--mantine-color-accent-light-hover": "#2d386b",
    "--mantine-color-accent-light-color": "#c3cdf8",
    "--mantine-color-anchor": "#9fb0f3",
  },
});
