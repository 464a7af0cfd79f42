package dev.parlance.quarkus.runtime;

import dev.parlance.prompt.Prompts;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;
import java.util.List;

/** Loads the prompts. */
@Recorder
public class PromptsRecorder {
    /** The prompts in a folder on the class path. */
    public RuntimeValue<Prompts> prompts(String folder, List<String> files) {
        return new RuntimeValue<>(Prompts.from(new ResourceFolder(folder, files)));
    }
}
