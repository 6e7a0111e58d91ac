package dev.verbatim.telegram.catchup;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A setting: the time zone of groups.
///
/// @param timeZone of groups that have set none
@ConfigurationProperties("verbatim")
public record GroupCalendar(@DefaultValue("UTC") ZoneId timeZone) {}
