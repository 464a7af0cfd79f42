package dev.parlance.serverless;

import dev.parlance.serverless.project.MeasuredStream;
import dev.parlance.serverless.project.MeasuredStream.Measure;
import dev.parlance.serverless.project.ProjectFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;

/** A file as it is uploaded, which has to be as it was when the plan was made: its hash is remembered as that of the version. */
record AsPlanned(ProjectFile file, AtomicReference<MeasuredStream> sent) {
    static AsPlanned of(ProjectFile file) {
        return new AsPlanned(file, new AtomicReference<>());
    }

    /** The bytes; those of the last time count. */
    InputStream open() throws IOException {
        MeasuredStream bytes = new MeasuredStream(file.content().open());
        sent.set(bytes);
        return bytes;
    }

    void check() {
        MeasuredStream bytes = sent.get();
        if (bytes == null || !bytes.measure().equals(new Measure(file.size(), file.sha256()))) {
            throw new DeployException("The " + file + " was changed while it was uploaded; what ran before still runs."
                    + " Deploy again");
        }
    }
}
