package dev.parlance.simulator;

import dev.parlance.pages.PageFiles;
import dev.parlance.webhook.Router;

/** The page's files. They load nothing from other sites, except pictures and sounds of applications on this machine. */
final class SimulatorFiles {
    private static final String[] NAMES = {
        "simulator.html",
        "simulator.css",
        "phones.css",
        "call.css",
        "panels.css",
        "simulator.js",
        "api.js",
        "time.js",
        "speech.js",
        "person.js",
        "layout.js",
        "connection.js",
        "client-code.js",
        "clock.js",
        "faults.js",
        "timeline.js",
        "ansi.js",
        "output.js",
        "scripts.js",
        "phones.js",
        "phone.js",
        "compose.js",
        "conversation.js",
        "media.js",
        "rich.js",
        "call.js",
        "call-state.js",
        "keypad.js",
        "add-phone.js",
        "countries.js"
    };

    private SimulatorFiles() {}

    static void addTo(Router router) {
        PageFiles.of(SimulatorFiles.class::getResourceAsStream, NAMES)
                .withMediaFrom("http://localhost:*", "http://127.0.0.1:*")
                .addTo(router, "/");
        PageFiles.design().addTo(router, "/design/");
    }
}
