#pragma once

#include "app/act/act.hpp"
#include "domain/site/process.hpp"
#include "store/sql/connection.hpp"

#include <optional>

/// Publishing by mistake is undone within an hour, as long as nobody has built on what was published: then it
/// is gone, counted nowhere and read on no page, and the log alone says that it was there. Later it is
/// withdrawn or corrected, and stays to be read.
namespace medskapa::app {

/// Until when it can be taken back; nothing when it is too late, when it has been withdrawn, or when
/// something hangs on it. The log notes times in steps of ten minutes, so the hour is up to ten minutes
/// short.
std::optional<Instant> taken_back_until(sql::Connection&, const Step&, Instant now);
std::optional<Instant> taken_back_until(sql::Connection&, const Activity&, Instant now);
std::optional<Instant> taken_back_until(sql::Connection&, const Event&, Instant now);
std::optional<Instant> taken_back_until(sql::Connection&, const NewsItem&, Instant now);

Result<Step> take_back_step(Permitted<Action::edit_site>, const Step& known);
Result<Activity> take_back_activity(Permitted<Action::edit_site>, const Activity& known);
Result<Event> take_back_event(Permitted<Action::edit_site>, const Event& known);
Result<NewsItem> take_back_news(Permitted<Action::edit_site>, const NewsItem& known);

}  // namespace medskapa::app
