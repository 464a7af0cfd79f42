package dev.parlance.pages.testing;

/** The window sizes at which every page is looked at. */
public enum PageSize {
    /** A desktop. */
    DESKTOP(1440, 900),
    /** A small laptop, less the bars of its browser. */
    LAPTOP(1366, 657),
    /** A window that does not fill the screen. */
    WINDOW(1100, 700),
    /** A tablet, upright. */
    TABLET(768, 1024),
    /** A phone. */
    PHONE(390, 844);

    private final int width;
    private final int height;

    PageSize(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** The width in CSS pixels. */
    public int width() {
        return width;
    }

    /** The height in CSS pixels. */
    public int height() {
        return height;
    }
}
