package dev.parlance.prompt;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prompts from code. Each language becomes a JSON file, so that all prompts are parsed in the same way. */
record MapSource(Map<String, Map<String, String>> languages) implements PromptSource {
    @Override
    public List<PromptFile> files() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<PromptFile> files = new ArrayList<>(languages.size());
        for (Map.Entry<String, Map<String, String>> language : new TreeMap<>(languages).entrySet()) {
            files.add(new PromptFile(language.getKey() + ".json", json.writeValueAsBytes(language.getValue())));
        }
        return files;
    }

    @Override
    public String description() {
        return "map";
    }
}
