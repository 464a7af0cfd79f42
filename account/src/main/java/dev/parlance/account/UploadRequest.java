package dev.parlance.account;

import com.twilio.constant.EnumConstants;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.client5.http.entity.mime.AbstractContentBody;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.entity.mime.StringBody;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.EntityTemplate;

/**
 * An upload as an SDK request, so that it is sent like all others. The SDK's own uploads support only four file types, not
 * including JavaScript.
 */
final class UploadRequest extends Request {
    private static final ContentType UTF_8_TEXT = ContentType.TEXT_PLAIN.withCharset(StandardCharsets.UTF_8);
    private static final int MIN_BYTES_PER_SECOND = 100_000;

    private final FileUpload file;
    private final int bytesPerSecond;

    UploadRequest(FileUpload file) {
        this(file, MIN_BYTES_PER_SECOND);
    }

    /** An upload that is aborted if it is slower than this. */
    UploadRequest(FileUpload file, int bytesPerSecond) {
        super(HttpMethod.POST, file.host(), file.path());
        this.file = file;
        this.bytesPerSecond = bytesPerSecond;
        setContentType(EnumConstants.ContentType.MULTIPART_FORM_DATA);
    }

    Duration timeToSend() {
        return Duration.ofMillis(file.content().size() * 1000 / bytesPerSecond);
    }

    HttpEntity entity() {
        return file.fields().isEmpty() ? rawBody() : multipartBody();
    }

    private HttpEntity rawBody() {
        ContentType type = ContentType.parse(file.content().type());
        return new EntityTemplate(file.content().size(), type, null, out -> copy(file.content(), out));
    }

    private static void copy(FileUpload.Content content, OutputStream out) throws IOException {
        try (InputStream in = content.source().open()) {
            in.transferTo(out);
        }
    }

    private HttpEntity multipartBody() {
        MultipartEntityBuilder parts = MultipartEntityBuilder.create()
                .setContentType(ContentType.create("multipart/form-data"))
                .setMode(HttpMultipartMode.EXTENDED);
        file.fields().forEach((name, value) -> parts.addPart(name, new StringBody(value, UTF_8_TEXT)));
        return parts.addPart("Content", new StreamedContent(file.content())).build();
    }

    private static final class StreamedContent extends AbstractContentBody {
        private final FileUpload.Content content;

        StreamedContent(FileUpload.Content content) {
            super(ContentType.parse(content.type()));
            this.content = content;
        }

        @Override
        public String getFilename() {
            return content.name();
        }

        @Override
        public long getContentLength() {
            return content.size();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            copy(content, out);
        }
    }
}
