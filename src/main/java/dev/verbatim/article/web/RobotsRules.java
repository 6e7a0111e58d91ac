package dev.verbatim.article.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The rules of a robots.txt for one crawler (RFC 9309). The longest rule that matches a path
/// decides; of two of the same length the one that allows.
///
/// @param rules the longest first
record RobotsRules(List<Rule> rules) {

    static final RobotsRules ALLOW_ALL = new RobotsRules(List.of());

    // RFC 9309 asks for 500 KiB at least. Real files have some hundred lines.
    static final int MAX_BYTES = 512_000;
    private static final int MAX_RULES = 5_000;
    private static final int MAX_PATTERN = 1_000;

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\n]");
    private static final Pattern STARS = Pattern.compile("\\*");
    private static final String UNRESERVED = "-._~";
    private static final String ANYBODY = "*";

    RobotsRules {
        rules =
                rules.stream()
                        .sorted(
                                Comparator.comparingInt((Rule rule) -> rule.path().length())
                                        .reversed()
                                        .thenComparing(rule -> !rule.allow()))
                        .toList();
    }

    /// @param path normalized; `*` stands for anything, and `$` at the end for the end
    record Rule(boolean allow, String path) {

        boolean matches(String wanted) {
            boolean whole = path.endsWith("$");
            String pattern = whole ? path.substring(0, path.length() - 1) : path;
            String[] parts = STARS.split(pattern, -1);
            if (!wanted.startsWith(parts[0])) {
                return false;
            }
            int at = parts[0].length();
            for (int part = 1; part < parts.length; part++) {
                boolean last = part == parts.length - 1;
                int found =
                        last && whole
                                ? lastIndex(wanted, parts[part], at)
                                : wanted.indexOf(parts[part], at);
                if (found < 0) {
                    return false;
                }
                at = found + parts[part].length();
            }
            return !whole || at == wanted.length();
        }

        private static int lastIndex(String wanted, String end, int from) {
            int start = wanted.length() - end.length();
            return start >= from && wanted.endsWith(end) ? start : -1;
        }
    }

    /// A group of a file while it is read.
    private static final class Group {

        private final List<String> agents = new ArrayList<>();
        private final List<Rule> rules = new ArrayList<>();
        private boolean closed;
    }

    /// @param crawler the product token of our user agent
    static RobotsRules parse(String file, String crawler) {
        List<Group> groups = new ArrayList<>();
        LINE_END.splitAsStream(file).forEach(line -> read(line, groups));
        String token = crawler.toLowerCase(Locale.ROOT);
        return groups.stream().anyMatch(group -> group.agents.contains(token))
                ? rules(groups, token)
                : rules(groups, ANYBODY);
    }

    private static RobotsRules rules(List<Group> groups, String agent) {
        Stream<Rule> rules =
                groups.stream()
                        .filter(group -> group.agents.contains(agent))
                        .flatMap(group -> group.rules.stream());
        return new RobotsRules(rules.limit(MAX_RULES).toList());
    }

    private static void read(String line, List<Group> groups) {
        int comment = line.indexOf('#');
        String content = comment < 0 ? line : line.substring(0, comment);
        int colon = content.indexOf(':');
        if (colon < 0) {
            return;
        }
        String value = content.substring(colon + 1).strip();
        switch (content.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
            case "user-agent" -> open(groups).agents.add(token(value));
            case "allow" -> add(true, value, groups);
            case "disallow" -> add(false, value, groups);
            default -> {
                // "Sitemap", "Crawl-delay" and others are no rules
            }
        }
    }

    /// The group that an agent's line belongs to: that of the line before, or a new one.
    private static Group open(List<Group> groups) {
        if (groups.isEmpty() || groups.getLast().closed) {
            groups.add(new Group());
        }
        return groups.getLast();
    }

    /// The product's name without its version.
    private static String token(String agent) {
        int end = agent.indexOf('/');
        return (end < 0 ? agent : agent.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /// A rule without a path rules nothing.
    private static void add(boolean allow, String path, List<Group> groups) {
        if (!groups.isEmpty()) {
            Group group = groups.getLast();
            group.closed = true;
            if (!path.isEmpty() && path.length() <= MAX_PATTERN) {
                group.rules.add(new Rule(allow, normalized(path)));
            }
        }
    }

    /// @param pathAndQuery of an address, with its percent signs
    boolean allows(String pathAndQuery) {
        String path = normalized(pathAndQuery);
        return rules.stream()
                .filter(rule -> rule.matches(path))
                .findFirst()
                .map(Rule::allow)
                .orElse(true);
    }

    /// The same path in one spelling: what needs no percent sign has none, the rest has one.
    private static String normalized(String path) {
        StringBuilder normalized = new StringBuilder();
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; at++) {
            int octet = bytes[at] & 0xFF;
            int encoded = octet == '%' ? octetAt(bytes, at + 1) : -1;
            if (encoded >= 0) {
                append(normalized, encoded, isUnreserved(encoded));
                at += 2;
            } else {
                append(normalized, octet, octet < 0x80);
            }
        }
        return normalized.toString();
    }

    private static void append(StringBuilder path, int octet, boolean plain) {
        if (plain) {
            path.append((char) octet);
        } else {
            path.append(String.format(Locale.ROOT, "%%%02X", octet));
        }
    }

    private static int octetAt(byte[] bytes, int at) {
        if (at + 1 >= bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[at], 16);
        int low = Character.digit(bytes[at + 1], 16);
        return high < 0 || low < 0 ? -1 : 16 * high + low;
    }

    private static boolean isUnreserved(int octet) {
        return octet < 0x80 && (Character.isLetterOrDigit(octet) || UNRESERVED.indexOf(octet) >= 0);
    }
}
