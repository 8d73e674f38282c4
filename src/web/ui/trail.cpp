#include "web/ui/trail.hpp"

namespace medskapa::web::ui {
namespace {

Html linked(const std::string& href, const std::string& title) {
    return href.empty() ? html("{}", title) : html(R"(<a href="{}">{}</a>)", href, title);
}

Html step_state(const Step& step, const Words& words) {
    if (step.place == Place::ahead && step.detail.empty()) return {};
    std::string state;
    if (step.place == Place::done) state = words("Done");
    if (step.place == Place::here) state = words("We are here now");
    return html(R"(<p class="state">{}{}{}</p>)", state, state.empty() || step.detail.empty() ? "" : ": ",
        step.detail);
}

Html step_class(Place place) {
    if (place == Place::done) return html(R"( class="done")");
    if (place == Place::here) return html(R"( class="now" aria-current="step")");
    return {};
}

Html stone_class(Place place) {
    if (place == Place::here) return html(R"( class="here" aria-current="true")");
    if (place == Place::ahead) return html(R"( class="ahead")");
    return {};
}

unsigned day_of_month(Day day) {
    return static_cast<unsigned>(std::chrono::year_month_day{day}.day());
}

bool same_month(Day a, Day b) {
    const std::chrono::year_month_day first{a};
    const std::chrono::year_month_day last{b};
    return first.year() == last.year() && first.month() == last.month();
}

/// "7–11" over "sep"; over two months "31" over "aug–4 sep".
Html day_sign(const AgendaItem& item, const Words& words) {
    const auto month = words.month_short(item.first);
    const auto iso = time::iso(item.first);
    const auto day = day_of_month(item.first);
    const auto last = day_of_month(item.last);
    if (item.first == item.last)
        return html(R"(<time class="day" datetime="{}"><b>{}</b>{}</time>)", iso, day, month);
    if (same_month(item.first, item.last))
        return html(R"(<time class="day" datetime="{iso}"><b>{day}–{last}</b>{month}</time>)", "iso"_a = iso,
            "day"_a = day, "last"_a = last, "month"_a = month);
    return html(R"(<time class="day" datetime="{iso}"><b>{day}</b>{month}–{last} {last_month}</time>)",
        "iso"_a = iso, "day"_a = day, "month"_a = month, "last"_a = last,
        "last_month"_a = words.month_short(item.last));
}

Html titled(const std::string& href, const std::string& title, bool is_off) {
    return is_off ? html("<s>{}</s>", linked(href, title)) : linked(href, title);
}

Html agenda_item(const AgendaItem& item, const Words& words) {
    return html(R"(
  <li>{day}<div><h3>{title}</h3>{meta}{changed}{note}</div></li>)",
        "day"_a = day_sign(item, words), "title"_a = titled(item.href, item.title, item.is_off),
        "meta"_a = item.meta.empty() ? Html{} : html(R"(<p class="meta">{}</p>)", item.meta),
        "changed"_a = item.changed.empty() ? Html{} : html(R"(<p class="changed">{}</p>)", item.changed),
        "note"_a = item.note.empty() ? Html{} : html(R"(<p class="small">{}</p>)", item.note));
}

}  // namespace

Html steps(const std::vector<Step>& steps, const Words& words) {
    return html(R"(
<ol class="steps">{}
</ol>)",
        each(steps, [&](const Step& step) {
            return html(R"(
  <li{class}><h3>{title}</h3><p class="meta">{when}</p>{state}</li>)",
                "class"_a = step_class(step.place), "title"_a = titled(step.href, step.title, step.is_off),
                "when"_a = step.when, "state"_a = step.is_off ? Html{} : step_state(step, words));
        }));
}

Html trace(const std::vector<Stone>& stones) {
    return html(R"(
<ol class="trace">{}
</ol>)",
        each(stones, [](const Stone& stone) {
            return html(R"(
  <li{}><b>{}</b>{}</li>)",
                stone_class(stone.place), stone.label, stone.what);
        }));
}

Html agenda(const std::vector<AgendaItem>& items, const Words& words) {
    return html(R"(
<ol class="agenda">{}
</ol>)",
        each(items, [&](const AgendaItem& item) { return agenda_item(item, words); }));
}

}  // namespace medskapa::web::ui
