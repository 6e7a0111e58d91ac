package dev.verbatim.article.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A cleaner of a mail's text: without the mail that it answers, its sender's signature and bare
/// links.
final class EmailBody {

    private static final Pattern QUOTED = Pattern.compile("^[ \\t]{0,3}+>");
    private static final Pattern SIGNATURE =
            Pattern.compile(
                    "^(?:-- ?|-{4,}+ ?(?:Original|Ursprüngliche|Forwarded|Message|Mensaje|Messaggio|Исходное).{0,40}+|_{20,}+)$");
    private static final Pattern LINK_ONLY =
            Pattern.compile(
                    "^[ \\t]*+(?:\\[[^\\]\\n]{0,100}+][ \\t]*+)?+[<(]?+https?://\\S++[ \\t]*+$");
    private static final Pattern LINK =
            Pattern.compile(
                    "[ \\t]?(?:<https?://[^<>\\s]{1,2000}+>|\\(https?://[^()\\s]{1,2000}+\\))");

    private EmailBody() {}

    static String clean(String body) {
        List<String> kept = new ArrayList<>();
        for (String line : body.lines().toList()) {
            if (SIGNATURE.matcher(line).matches()) {
                break;
            }
            if (QUOTED.matcher(line).find()) {
                dropAttribution(kept);
                kept.add("");
            } else {
                kept.add(
                        LINK_ONLY.matcher(line).matches() ? "" : LINK.matcher(line).replaceAll(""));
            }
        }
        return String.join("\n", kept);
    }

    /// The line above a quoted mail: "On Monday Jon wrote:".
    private static void dropAttribution(List<String> lines) {
        int last = lines.size() - 1;
        while (last >= 0 && lines.get(last).isBlank()) {
            last--;
        }
        if (last >= 0 && lines.get(last).strip().endsWith(":")) {
            lines.subList(last, lines.size()).clear();
        }
    }
}
