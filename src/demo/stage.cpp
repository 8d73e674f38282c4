#include "demo/stage.hpp"

#include "web/ui/forms/form.hpp"

#include <algorithm>

namespace medskapa::demo {

Stage::Stage(const store::Installation& installation, const std::string& base_url, Instant day_zero,
    std::string folder, const Clock& clock)
    : secret_{installation.secret()},
      log_{jobs::log_of(installation, base_url)},
      content_{std::move(folder), day_zero, clock},
      db_{sql::open(installation.database(), sql::Access::read_only)},
      writer_{sql::open(installation.database(), sql::Access::read_write), [this] { return now_; }} {}

void Stage::at(Instant moment) {
    while (!plans_.empty() && plans_.begin()->first <= moment) carry_out_next();
    now_ = std::max(now_, moment);
}

void Stage::plan(Instant moment, std::function<void()> act) {
    plans_.emplace(moment, std::move(act));
}

void Stage::carry_out() {
    while (!plans_.empty()) carry_out_next();
}

void Stage::carry_out_next() {
    const auto next = plans_.extract(plans_.begin());
    now_ = std::max(now_, next.key());
    next.mapped()();
}

std::string Stage::why(const std::string& what, const Failure& failure) const {
    auto text = "the demo's " + content_.folder + what + " was refused";
    for (const auto& complaint : failure.complaints)
        text += "; " + web::ui::place_in_table(complaint.place, web::words_of(Language::en)) + ": " +
                in_english(complaint);
    return text;
}

}  // namespace medskapa::demo
