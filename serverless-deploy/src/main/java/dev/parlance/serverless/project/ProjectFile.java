package dev.parlance.serverless.project;

/**
 * A function or an asset that is to be deployed.
 *
 * @param kind which of the two
 * @param path where it is reached, with the first slash: {@code /hello}, {@code /img/logo.png}
 * @param visibility who may reach it
 * @param content its bytes
 * @param size how many those are
 * @param sha256 their hash, in hexadecimal digits
 */
public record ProjectFile(
        FileKind kind, String path, Visibility visibility, Content content, long size, String sha256) {

    static ProjectFile of(FileKind kind, String path, Visibility visibility, Content content) {
        MeasuredStream.Measure measure = content.measure();
        return new ProjectFile(kind, path, visibility, content, measure.size(), measure.sha256());
    }

    /** The media type that Twilio is told, and serves an asset with. */
    public String mediaType() {
        return kind == FileKind.FUNCTION ? "application/javascript" : MediaTypes.of(path);
    }

    /** What it is called in the upload: the last part of its path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** {@code public function /hello}. */
    @Override
    public String toString() {
        return visibility + " " + kind + " " + path;
    }
}
