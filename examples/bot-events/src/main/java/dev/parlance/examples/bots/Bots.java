package dev.parlance.examples.bots;

import dev.parlance.bot.BotCheck;
import dev.parlance.bot.BotClient;
import dev.parlance.bot.BotSettings;
import dev.parlance.bot.Finding;
import dev.parlance.settings.Settings;
import dev.parlance.settings.SettingsException;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Starts the bots, or checks their setup.
 *
 * <pre>
 * java -jar bot-events.jar                      starts both bots, each with the settings in its own file
 * java -jar bot-events.jar CodeDoc              starts one bot, with the settings of the environment or its file
 * java -jar bot-events.jar --check [CodeDoc]    checks the settings; exits with 1 if there is a problem
 * java -jar bot-events.jar --stand-in           starts a question service with a fixed answer, for trying out the bots
 * </pre>
 */
public final class Bots {
    private Bots() {}

    /** Runs the program. */
    public static void main(String[] args) {
        List<String> names = new ArrayList<>(Arrays.asList(args));
        boolean checks = names.remove("--check");
        if (names.remove("--stand-in")) {
            System.out.println(
                    "The stand-in service listens at " + StandIn.start(8282).url());
            return;
        }
        try {
            List<Project> projects = projects(names);
            if (checks) {
                System.exit(check(projects) ? 0 : 1);
            }
            start(projects);
        } catch (IllegalArgumentException | SettingsException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static List<Project> projects(List<String> names) {
        List<Project> projects = names.stream()
                .map(name -> Project.named(name)
                        .orElseThrow(() -> new IllegalArgumentException("There is no project " + name + ". Projects: "
                                + Arrays.stream(Project.values())
                                        .map(Project::title)
                                        .toList())))
                .toList();
        return projects.isEmpty() ? List.of(Project.values()) : projects;
    }

    private static Settings settings(List<Project> projects, Project project) {
        return projects.size() == 1 ? project.settingsOfContainer() : project.settings();
    }

    private static void start(List<Project> projects) {
        for (Project project : projects) {
            Settings settings = settings(projects, project);
            BotSettings botSettings = BotSettings.from(settings);
            QuestionService service = QuestionService.from(settings);
            Bot bot = Bot.start(project, botSettings, BotClient.of(botSettings.token()), service, project.port());
            Runtime.getRuntime().addShutdownHook(new Thread(bot::close));
            System.out.println(project.title() + " listens at http://localhost:" + bot.port() + Bot.EVENTS);
        }
    }

    private static boolean check(List<Project> projects) {
        boolean fine = true;
        for (Project project : projects) {
            System.out.println(project.title());
            fine &= check(project, settings(projects, project), URI.create("https://slack.com/api/"), System.out);
        }
        return fine;
    }

    /** Checks one bot's settings, prints the findings, and returns whether there is no problem. */
    static boolean check(Project project, Settings settings, URI api, PrintStream out) {
        BotSettings bot;
        try {
            bot = BotSettings.from(settings);
        } catch (SettingsException e) {
            out.println("WRONG  " + e.getMessage());
            return false;
        }
        try (BotClient client = BotClient.builder(bot.token()).api(api).build()) {
            BotCheck check = BotCheck.of(client, bot).withScopes(Bot.scopes(project));
            Optional<URI> url =
                    bot.publicUrl().map(base -> URI.create(base.toString().replaceFirst("/+$", "") + Bot.EVENTS));
            List<Finding> findings = url.map(check::withUrl).orElse(check).run();
            findings.forEach(out::println);
            if (url.isEmpty()) {
                out.println("?      URL: set PUBLIC_URL to the tunnel's URL to check it too");
            }
            return findings.stream().noneMatch(finding -> finding.outcome() == Finding.Outcome.PROBLEM);
        }
    }
}
