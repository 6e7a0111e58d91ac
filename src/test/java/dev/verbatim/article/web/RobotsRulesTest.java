package dev.verbatim.article.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a robots.txt allows, by the rules and the examples of RFC 9309.
class RobotsRulesTest {

    @ParameterizedTest
    @CsvSource({
        "/example/page.html,          true",
        "/example/page/disallowed.gif, false",
        "/example/other,              false",
        "/elsewhere,                  true"
    })
    void longestRuleDecides(String path, boolean allowed) {
        RobotsRules rules =
                RobotsRules.parse(
                        """
                        User-Agent: foobot
                        Allow: /example/page/
                        Disallow: /example/
                        Allow: /example/page.html
                        Disallow: /example/page/disallowed.gif
                        """,
                        "FooBot");

        assertThat(rules.allows(path)).isEqualTo(allowed);
    }

    @Test
    void allowingRuleWinsOverOneOfTheSameLength() {
        RobotsRules rules = RobotsRules.parse("user-agent: *\ndisallow: /a\nallow: /a\n", "v");

        assertThat(rules.allows("/a")).isTrue();
    }

    @Test
    void groupThatNamesTheCrawlerReplacesTheOneForAll() {
        String file =
                """
                User-agent: *
                Disallow: /
                User-agent: other
                User-agent: Verbatim/2.0
                Disallow: /private # not for you
                User-agent: verbatim
                Disallow: /more
                """;

        RobotsRules rules = RobotsRules.parse(file, "Verbatim");

        assertThat(rules.allows("/public")).isTrue();
        assertThat(rules.allows("/private/x")).isFalse();
        assertThat(rules.allows("/more")).isFalse();
        assertThat(RobotsRules.parse(file, "stranger").allows("/public")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/*.pdf$,   /a/b.pdf,     true",
        "/*.pdf$,   /a/b.pdf?x,   false",
        "/a*b*c,    /a1b2c3,      true",
        "/a*b*c,    /a1c2b,       false",
        "/a$,       /a,           true",
        "/a$,       /ab,          false",
        "/*,        /anything,    true",
        "/*$,       /anything,    true",
        "/*a$,      /ab/a,        true",
        "/%C3%A4,   /ä,           true",
        "/%61/b,    /a/b,         true",
        "/a%2fb,    /a%2Fb,       true",
        "/a%2fb,    /a/b,         false",
        "/ä/,       /%c3%a4/x,    true"
    })
    void patternsMatch(String pattern, String path, boolean matches) {
        RobotsRules rules = RobotsRules.parse("User-agent: *\nDisallow: " + pattern, "v");

        assertThat(rules.allows(path)).isEqualTo(!matches);
    }

    @ParameterizedTest
    @CsvSource({"''", "<html><body>not found</body></html>", "Disallow: /", "User-agent: *"})
    void fileWithoutRulesAllowsEverything(String file) {
        assertThat(RobotsRules.parse(file, "v").allows("/")).isTrue();
    }

    @Test
    void emptyDisallowAllowsEverything() {
        assertThat(RobotsRules.parse("User-agent: *\r\nDisallow:\r\n", "v").allows("/x")).isTrue();
    }
}
