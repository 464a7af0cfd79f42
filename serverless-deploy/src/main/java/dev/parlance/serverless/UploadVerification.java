package dev.parlance.serverless;

import dev.parlance.serverless.project.ProjectFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;

/** Verifies that an uploaded file still has the bytes it had when the plan was made, since the plan's hash is saved for it. */
record UploadVerification(ProjectFile file, AtomicReference<Sha256> sent) {
    static UploadVerification of(ProjectFile file) {
        return new UploadVerification(file, new AtomicReference<>());
    }

    /** Opens the file. After retries, only the last attempt is verified. */
    InputStream open() throws IOException {
        Sha256 bytes = Sha256.of(file.content().open());
        sent.set(bytes);
        return bytes;
    }

    void verify() {
        Sha256 bytes = sent.get();
        if (bytes == null || !bytes.hash().equals(file.sha256())) {
            throw new DeployException("The " + file + " changed during the upload. The previous build is still running."
                    + " Deploy again");
        }
    }
}
