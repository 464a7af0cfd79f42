package dev.parlance.pages;

import dev.parlance.webhook.Router;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The files of a web page, from the resources of a class: its HTML, styles and scripts.
 *
 * <pre>{@code
 * Router router = Router.create();
 * PageFiles.of(getClass()::getResourceAsStream, "page.html", "page.css", "page.js").addTo(router, "/reports/");
 * PageFiles.design().addTo(router, "/reports/design/");
 * }</pre>
 *
 * <p>The first HTML file also answers at the folder itself. A browser keeps the files and asks only whether they have changed. Pages
 * load nothing from other hosts: the {@code Content-Security-Policy} of HTML files allows only their own.
 */
public final class PageFiles {
    private static final List<String> DESIGN_STYLES = List.of("tokens.css", "base.css", "components.css");
    private static final List<String> DESIGN = List.of(
            "theme.js",
            "dom.js",
            "icons.js",
            "theme-menu.js",
            "menu.js",
            "tabs.js",
            "toast.js",
            "dialog.js",
            "copy.js",
            "format.js",
            "long-list.js",
            "inter.woff2",
            "mark.svg");

    private final List<PageFile> files;
    private final PagePolicy policy;

    private PageFiles(List<PageFile> files, PagePolicy policy) {
        this.files = files;
        this.policy = policy;
    }

    /**
     * Files that your code can read.
     *
     * @param resources finds a file by its name, usually {@code MyPage.class::getResourceAsStream}. A class of yours must do that,
     *     because the resources of a Java module are closed to other modules
     * @param names the names of the files, such as {@code page.html}
     * @throws IllegalArgumentException if a file does not exist, or has a type that pages don't use
     */
    public static PageFiles of(Function<String, @Nullable InputStream> resources, String... names) {
        List<PageFile> files = new ArrayList<>();
        for (String name : names) {
            files.add(PageFile.read(resources, name));
        }
        return new PageFiles(files, PagePolicy.OWN_FILES_ONLY);
    }

    /** The files of the design system. Its styles are in {@code design.css}. */
    public static PageFiles design() {
        List<PageFile> files = new ArrayList<>();
        files.add(PageFile.joined(PageFiles.class::getResourceAsStream, "design.css", DESIGN_STYLES));
        DESIGN.forEach(name -> files.add(PageFile.read(PageFiles.class::getResourceAsStream, name)));
        return new PageFiles(files, PagePolicy.OWN_FILES_ONLY);
    }

    /**
     * Allows the pages to show pictures and play sounds from these origins, such as {@code http://localhost:*}.
     *
     * @param origins sources as in a {@code Content-Security-Policy}
     */
    public PageFiles withMediaFrom(String... origins) {
        return new PageFiles(files, policy.withMediaFrom(List.of(origins)));
    }

    /**
     * Allows the pages' scripts to connect to these servers, such as {@code wss://*.twilio.com}.
     *
     * @param servers sources as in a {@code Content-Security-Policy}
     */
    public PageFiles withConnectionsTo(String... servers) {
        return new PageFiles(files, policy.withConnectionsTo(List.of(servers)));
    }

    /**
     * Adds a route for each file.
     *
     * @param folder the path of the folder, such as {@code /results/}
     */
    public void addTo(Router router, String folder) {
        if (!folder.endsWith("/")) {
            throw new IllegalArgumentException("The folder of a page must end with a slash, not \"" + folder + "\"");
        }
        files.stream()
                .filter(PageFile::isHtml)
                .findFirst()
                .ifPresent(index -> router.get(folder, index.handler(policy.header())));
        files.forEach(file -> router.get(folder + file.name(), file.handler(policy.header())));
    }
}
