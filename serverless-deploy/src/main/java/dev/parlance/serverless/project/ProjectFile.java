package dev.parlance.serverless.project;

/**
 * A function or asset of a project.
 *
 * @param kind function or asset
 * @param path its URL path with the leading slash: {@code /hello}, {@code /img/logo.png}
 * @param visibility who can call it
 * @param content its content
 * @param size its size in bytes
 * @param sha256 its SHA-256 hash in hexadecimal
 */
public record ProjectFile(
        FileKind kind, String path, Visibility visibility, Content content, long size, String sha256) {

    static ProjectFile of(FileKind kind, String path, Visibility visibility, Content content) {
        MeasuredStream.Measure measure = content.measure();
        return new ProjectFile(kind, path, visibility, content, measure.size(), measure.sha256());
    }

    /** The media type of the upload. Twilio serves an asset with this type. */
    public String mediaType() {
        return kind == FileKind.FUNCTION ? "application/javascript" : MediaTypes.of(path);
    }

    /** The file name of the upload: the last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** {@code public function /hello}. */
    @Override
    public String toString() {
        return visibility + " " + kind + " " + path;
    }
}
