#include "engine/openid/json.hpp"

namespace medskapa::openid {
namespace {

constexpr int deepest = 8;

}  // namespace

std::optional<Json> object_in(std::string_view text) {
    bool is_too_deep = false;
    const auto keep = [&](int depth, Json::parse_event_t, Json&) {
        is_too_deep = is_too_deep || depth > deepest;
        return depth <= deepest;
    };
    auto json = Json::parse(text, keep, false);
    if (is_too_deep || !json.is_object()) return std::nullopt;
    return json;
}

std::string text_in(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

}  // namespace medskapa::openid
