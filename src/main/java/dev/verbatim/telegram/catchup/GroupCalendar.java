package dev.verbatim.telegram.catchup;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What time it is.
///
/// @param timeZone of groups that haven't said theirs
@ConfigurationProperties("verbatim")
public record GroupCalendar(@DefaultValue("UTC") ZoneId timeZone) {}
