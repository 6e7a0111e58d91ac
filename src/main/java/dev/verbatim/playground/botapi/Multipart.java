package dev.verbatim.playground.botapi;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// Reads `multipart/form-data`. Offsets are found in a text of one character a byte.
final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";,]+)\"?");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("\\bfilename=\"([^\"]*)\"");
    private static final Pattern TYPE =
            Pattern.compile(
                    "^content-type:\\s*([^\r\n]*)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private Multipart() {}

    static void read(
            byte[] body, String contentType, ObjectNode values, Map<String, UploadedFile> files) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw ApiError.badRequest("boundary not found");
        }
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String line = "--" + boundary.group(1);
        int start = text.indexOf(line);
        while (start >= 0) {
            int next = text.indexOf("\r\n" + line, start);
            if (next < 0) {
                return;
            }
            part(text.substring(start + line.length(), next), values, files);
            start = next + 2;
        }
    }

    private static void part(String part, ObjectNode values, Map<String, UploadedFile> files) {
        int blank = part.indexOf("\r\n\r\n");
        Matcher name = NAME.matcher(part.substring(0, Math.max(0, blank)));
        if (blank < 0 || !name.find()) {
            return;
        }
        String head = part.substring(0, blank);
        byte[] content = part.substring(blank + 4).getBytes(StandardCharsets.ISO_8859_1);
        Matcher file = FILE_NAME.matcher(head);
        if (file.find()) {
            files.put(
                    utf8(name.group(1)),
                    new UploadedFile(utf8(file.group(1)), type(head), content));
        } else {
            values.put(utf8(name.group(1)), new String(content, StandardCharsets.UTF_8));
        }
    }

    private static String type(String head) {
        Matcher type = TYPE.matcher(head);
        return type.find() ? type.group(1).strip() : "application/octet-stream";
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
