#include "web/frame/site_style.hpp"

#include "base/digest.hpp"
#include "store/site/appearance_store.hpp"
#include "store/site/logotype_store.hpp"
#include "web/site/addresses.hpp"

#include <fmt/format.h>

namespace medskapa::web {
namespace {

constexpr std::size_t digits_of_name = 16;

std::string colours_of(const Palette& palette) {
    return fmt::format(
        ":root {{--brand: {}; --brand-deep: {}; --on-brand: {}; --brand-soft: {}; --link: {}; --accent: {}}}",
        written(palette.brand), written(palette.brand_deep), written(palette.on_brand),
        written(palette.brand_soft), written(palette.link), written(palette.accent));
}

std::string name_of_style(const std::string& style) {
    return hex(as_text(sha256(style))).substr(0, digits_of_name) + ".css";
}

}  // namespace

std::string style_of(const SiteAppearance& appearance) {
    if (!appearance.has_colours()) return {};
    return fmt::format("{}\n@media screen and (prefers-color-scheme: dark) {{{}}}\n",
        colours_of(light_palette(appearance)), colours_of(dark_palette(appearance)));
}

std::string style_href(const SiteAppearance& appearance) {
    const auto style = style_of(appearance);
    return style.empty() ? std::string{} : path_to(address::site_style, name_of_style(style));
}

Response style_sheet(const Visit& visit) {
    const auto style = style_of(store::site_appearance(visit.db));
    const bool is_newest = visit.path.find("style")->second == name_of_style(style);
    Response response;
    response.content_type = "text/css; charset=utf-8";
    response.body = style;
    response.headers.emplace_back(
        "Cache-Control", is_newest ? "public, max-age=31536000, immutable" : "no-cache");
    return response;
}

std::string logotype_href(const SiteLogotype& logotype) {
    return logotype.is_there() ? path_to(address::site_logotype, file_name(logotype.picture)) : std::string{};
}

Response logotype_file(const Visit& visit) {
    const auto name = picture_named(visit.path.at("picture"));
    const auto logotype = store::site_logotype(visit.db);
    if (!name || !logotype.is_there() || logotype.picture != *name)
        return problem(visit, Failure::Kind::not_found);
    Response response;
    response.content_type = name->format == KeptPicture::Format::png ? "image/png" : "image/jpeg";
    response.headers = {{"Content-Security-Policy", "default-src 'none'; sandbox"},
        {"Cache-Control", "public, max-age=31536000, immutable"}};
    response.body = store::bytes_of(visit.db, logotype.id);
    return response;
}

}  // namespace medskapa::web
