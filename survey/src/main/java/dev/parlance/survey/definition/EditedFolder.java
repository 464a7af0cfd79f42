package dev.parlance.survey.definition;

import dev.parlance.prompt.MediaSource;
import dev.parlance.prompt.PromptFile;
import dev.parlance.prompt.PromptSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A folder on disk whose own files have texts that are not saved. */
record EditedFolder(SurveyFolder.Disk saved, Map<String, String> texts) implements SurveyFolder.Source {
    @Override
    public Optional<String> text(String file) {
        return Optional.ofNullable(texts.get(file));
    }

    @Override
    public PromptSource prompts(String folder) {
        return new EditedPrompts(saved.prompts(folder).description(), folder + "/", texts);
    }

    @Override
    public MediaSource media() {
        return saved.media();
    }

    @Override
    public String state() throws IOException {
        return saved.state();
    }

    @Override
    public Optional<Path> disk() {
        return saved.disk();
    }

    @Override
    public String toString() {
        return saved.toString();
    }

    private record EditedPrompts(String description, String folder, Map<String, String> texts) implements PromptSource {
        @Override
        public List<PromptFile> files() {
            return new TreeMap<>(texts)
                    .entrySet().stream()
                            .filter(file -> file.getKey().startsWith(folder))
                            .map(file -> new PromptFile(
                                    file.getKey().substring(folder.length()),
                                    file.getValue().getBytes(StandardCharsets.UTF_8)))
                            .toList();
        }
    }
}
