#include "base/hole.hpp"

#include <fmt/format.h>

namespace medskapa {
namespace {

struct Plain {
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(Decimal number) const {
        return fmt::format("{:.{}f}", number.value, number.places);
    }
    std::string operator()(time::Date day) const {
        return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
    }
    std::string operator()(Instant moment) const { return time::iso(moment); }
};

}  // namespace

std::string plain(const Hole& hole) {
    return std::visit(Plain{}, hole.value());
}

}  // namespace medskapa
