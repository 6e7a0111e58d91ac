package dev.verbatim.article.format;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A cleaner of what programs add to Markdown and no reader sees: shortcodes, template tags,
/// comments, attributes, links between notes. It keeps every line where it is, and all code as it
/// is.
final class MarkdownCleaner {

    private static final Pattern FENCE = Pattern.compile("^ {0,3}(?:```|~~~)");

    private static final Pattern ADDED =
            Pattern.compile(
                    "(?<code>`[^`\\n]++`)"
                            // Hugo's shortcodes, Liquid's and MediaWiki's templates
                            + "|\\{\\{[^{}]{0,2000}+\\}\\}|\\{%[^{}]{0,2000}+(?<=%)\\}"
                            // attributes of kramdown and Pandoc
                            + "|\\{[:#.][^{}\\n]{0,300}+\\}"
                            // embedded notes and links to notes
                            + "|!\\[\\[[^\\[\\]\\n]{0,300}+]]"
                            + "|\\[\\[(?<note>[^\\[\\]\\n]{1,300}+)]](?!\\()"
                            // highlighted, struck out, commented out
                            + "|==(?=\\S)(?<mark>[^=\\n]{1,500}+)(?<=\\S)=="
                            + "|~~(?=\\S)[^~\\n]{1,500}+(?<=\\S)~~"
                            + "|(?<![^\\s])%%[^%]{0,2000}+%%"
                            // properties of notes, containers, tables of contents, block names
                            + "|^[ \\t]*+(?:[-*][ \\t]++)?+\\p{L}[\\w.-]{0,40}+::[ \\t].*+$"
                            + "|^[ \\t]*+:::.*+$|^[ \\t]*+\\[(?:TOC|toc)][ \\t]*+$"
                            + "|(?<=\\S)[ \\t]\\^[A-Za-z0-9-]{3,40}+$"
                            + "|^#\\p{L}[\\w/-]{0,60}+(?:[ \\t]++#\\p{L}[\\w/-]{0,60}+)*+[ \\t]*+$"
                            // the kind of a callout
                            + "|^(?<quote>[ \\t]{0,3}+>[ \\t>]{0,10}+)\\[![A-Za-z-]{1,30}+][+-]?+",
                    Pattern.MULTILINE);

    private final StringBuilder cleaned = new StringBuilder();
    private final StringBuilder words = new StringBuilder();

    private MarkdownCleaner() {}

    static String clean(String markdown) {
        var cleaner = new MarkdownCleaner();
        String fence = "";
        int start = 0;
        while (start < markdown.length()) {
            int end = markdown.indexOf('\n', start) + 1;
            String line = markdown.substring(start, end == 0 ? markdown.length() : end);
            start += line.length();
            boolean marked = FENCE.matcher(line).find();
            if (fence.isEmpty() && !marked) {
                cleaner.words.append(line);
                continue;
            }
            cleaner.endWords();
            cleaner.cleaned.append(line);
            String mark = line.stripLeading().substring(0, marked ? 3 : 0);
            fence = fence.isEmpty() ? mark : fence.equals(mark) ? "" : fence;
        }
        cleaner.endWords();
        return cleaner.cleaned.toString();
    }

    private void endWords() {
        Matcher added = ADDED.matcher(words);
        cleaned.append(added.replaceAll(found -> Matcher.quoteReplacement(kept(found))));
        words.setLength(0);
    }

    private static String kept(MatchResult found) {
        if (found.group("code") != null) {
            return found.group();
        }
        if (found.group("note") != null) {
            return label(found.group("note"));
        }
        if (found.group("mark") != null) {
            return found.group("mark");
        }
        if (found.group("quote") != null) {
            return found.group("quote");
        }
        return "\n".repeat((int) found.group().chars().filter(c -> c == '\n').count());
    }

    /// What a reader sees of a link to a note: the words behind the bar, or the note's name.
    private static String label(String link) {
        int bar = link.indexOf('|');
        if (bar >= 0) {
            return link.substring(bar + 1);
        }
        int section = link.indexOf('#');
        return link.startsWith("_") ? "" : section > 0 ? link.substring(0, section) : link;
    }
}
