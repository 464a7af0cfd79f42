package dev.parlance.security.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parlance.security.contract.ContractRequest.Sent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.List;

/** Sends a request byte by byte as the contract says, which no HTTP client does, and reads the response. */
final class HttpExchange {
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final int CHUNK = 7;

    private HttpExchange() {}

    static ReceivedResponse send(URI adapter, Sent request, List<String> signatures) throws IOException {
        try (Socket socket = new Socket(adapter.getHost(), adapter.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(bytes(adapter.getRawPath(), request, signatures));
            out.flush();
            return ReceivedResponse.parse(socket.getInputStream().readAllBytes());
        }
    }

    private static byte[] bytes(String path, Sent request, List<String> signatures) {
        byte[] body = request.body();
        StringBuilder head = new StringBuilder();
        head.append(request.method())
                .append(' ')
                .append(path)
                .append(request.target())
                .append(" HTTP/1.1\r\n");
        head.append("Host: ").append(request.host()).append("\r\n");
        head.append("Connection: close\r\n");
        request.headers().forEach(line -> head.append(line).append("\r\n"));
        signatures.forEach(line -> head.append(line).append("\r\n"));
        if (request.isChunked()) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (body.length > 0 || request.method().equals("POST")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(UTF_8));
        bytes.writeBytes(request.isChunked() ? chunks(body) : body);
        return bytes.toByteArray();
    }

    private static byte[] chunks(byte[] body) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int start = 0; start < body.length; start += CHUNK) {
            int length = Math.min(CHUNK, body.length - start);
            chunks.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
            chunks.write(body, start, length);
            chunks.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
        return chunks.toByteArray();
    }
}
