#include "web/ui/assets.hpp"

#include "base/archive/gzip.hpp"
#include "base/digest.hpp"
#include "base/embedded.hpp"

#include <map>
#include <stdexcept>

namespace medskapa::web {
namespace {

constexpr std::string_view folder = "/resurser/";

struct Shelf {
    std::map<std::string, std::string, std::less<>> bytes_of;
    std::map<std::string, std::string, std::less<>> packed_of;
    std::string hash;
};

std::string_view embedded_file(std::string_view path) {
    for (const auto& file : embedded::assets())
        if (file.path == path) return file.bytes;
    throw std::logic_error{"no such asset: " + std::string{path}};
}

/// The sheets that css/stil.css imports, one after another.
std::string joined_styles() {
    constexpr std::string_view import = "@import \"";
    const auto index = embedded_file("css/stil.css");
    std::string all;
    for (auto at = index.find(import); at != index.npos; at = index.find(import, at)) {
        at += import.size();
        const auto end = index.find('"', at);
        all += embedded_file("css/" + std::string{index.substr(at, end - at)});
        all += '\n';
    }
    return all;
}

Shelf make_shelf() {
    Shelf shelf;
    shelf.bytes_of["stil.css"] = joined_styles();
    for (const auto& file : embedded::assets()) {
        const auto slash = file.path.find('/');
        if (file.path.substr(0, slash) == "css") continue;
        shelf.bytes_of.emplace(file.path.substr(slash + 1), file.bytes);
    }

    std::string all;
    for (const auto& [name, bytes] : shelf.bytes_of) shelf.packed_of[name] = gzipped(bytes);
    for (const auto& [name, bytes] : shelf.bytes_of) all += name + '\0' + bytes + '\0';
    const auto digest = sha256(all);
    shelf.hash = hex(as_text(digest).substr(0, 8));
    return shelf;
}

const Shelf& shelf() {
    static const auto made = make_shelf();
    return made;
}

std::string_view content_type_of(std::string_view name) {
    if (name.ends_with(".css")) return "text/css; charset=utf-8";
    if (name.ends_with(".js")) return "text/javascript; charset=utf-8";
    if (name.ends_with(".svg")) return "image/svg+xml";
    if (name.ends_with(".png")) return "image/png";
    if (name.ends_with(".ico")) return "image/x-icon";
    throw std::logic_error{"an asset of unknown kind: " + std::string{name}};
}

}  // namespace

std::string asset_href(std::string_view name) {
    if (!shelf().bytes_of.contains(name)) throw std::logic_error{"no such asset: " + std::string{name}};
    return std::string{folder} + shelf().hash + "/" + std::string{name};
}

std::optional<Asset> find_asset(std::string_view path) {
    if (!path.starts_with(folder)) return std::nullopt;
    path.remove_prefix(folder.size());
    const auto slash = path.find('/');
    if (slash == path.npos) return std::nullopt;

    const auto name = path.substr(slash + 1);
    const auto found = shelf().bytes_of.find(name);
    if (found == shelf().bytes_of.end()) return std::nullopt;
    return Asset{content_type_of(name), found->second, shelf().packed_of.at(found->first),
        path.substr(0, slash) == shelf().hash};
}

std::vector<std::string> asset_names() {
    std::vector<std::string> names;
    for (const auto& [name, bytes] : shelf().bytes_of) names.push_back(name);
    return names;
}

}  // namespace medskapa::web
