// The browsers in which the page is tried, both driven by WebDriver BiDi.

import { join } from "node:path";

import puppeteer from "puppeteer-core";

/** How a reader's system is set up: light without reduced motion, or dark with it. */
export const THEMES = ["light", "dark"];

/** Where browsers save files. */
export function downloads(home) {
  return join(home, "Downloads");
}

const LAUNCH = {
  chromium: (dark, home) => ({
    browser: "chrome",
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox", // it cannot be had as root
      `--blink-settings=preferredColorScheme=${dark ? 0 : 1}`,
      ...(dark ? ["--force-prefers-reduced-motion"] : []),
    ],
    env: { ...process.env, HOME: home },
  }),
  firefox: (dark, home) => ({
    browser: "firefox",
    executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    extraPrefsFirefox: {
      "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
      "ui.prefersReducedMotion": dark ? 1 : 0,
      "browser.download.folderList": 2,
      "browser.download.dir": downloads(home),
    },
  }),
};

export const BROWSERS = Object.keys(LAUNCH);

/**
 * @param {string} name of BROWSERS
 * @param {string} theme of THEMES
 * @param {string} home a folder for what it writes
 * @returns {Promise<import("puppeteer-core").Browser>}
 */
export function launch(name, theme, home) {
  const options = LAUNCH[name](theme === "dark", home);
  return puppeteer.launch({ ...options, protocol: "webDriverBiDi", headless: true });
}
