#include "web/inspel/files.hpp"

#include "app/inspel/inspel.hpp"
#include "base/address.hpp"
#include "domain/field.hpp"
#include "domain/inspel/receipt_code.hpp"
#include "store/inspel/original_file_store.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/desk/entry.hpp"
#include "web/inspel/pages.hpp"
#include "web/ui/forms/files_field.hpp"

namespace medskapa::web::inspel {
namespace {

const std::string field_name{name_of(Field::file)};

/// What a browser offers to choose among, as HTML's accept says it.
std::string accepted(FileKinds kinds) {
    std::string all;
    for (const auto& [format, word, label] : names_of<OriginalFile::Format>)
        if (takes(kinds, format)) all += (all.empty() ? "." : ",.") + std::string{word};
    return takes(kinds, OriginalFile::Format::jpeg) ? all + ",.jpg" : all;
}

/// For the script that weighs files before they are sent.
Html weighed(const Visit& visit, FileKinds kinds) {
    const auto sentence = [&](std::size_t files, std::size_t bytes) {
        return visit.words.complaint(faults_together(files, bytes).front());
    };
    return html(
        R"( accept="{accept}" data-most="{most}" data-bytes="{bytes}" data-too-many="{many}" data-too-large="{large}")",
        "accept"_a = accepted(kinds), "most"_a = most_files, "bytes"_a = largest_files,
        "many"_a = sentence(most_files + 1, 0), "large"_a = sentence(1, largest_files + 1));
}

std::string names_chosen(const Visit& visit) {
    std::string names;
    for (const auto& upload : visit.request.uploads)
        if (upload.field == field_name && !upload.bytes.empty())
            names += (names.empty() ? "" : ", ") + upload.file_name;
    return names;
}

std::string hint_of(const Visit& visit, FileKinds kinds, Coming coming) {
    const auto& words = visit.words;
    auto hint = words(
        "{}. At most {} files, together at most 10 MB. Pictures are drawn anew, so that where "
        "they were taken is not kept.",
        shown(kinds, words), most_files);
    if (const auto names = names_chosen(visit); coming == Coming::back && !names.empty())
        hint += ' ' + words("You had chosen {}. A page cannot keep files: choose them again.", names);
    return hint;
}

std::optional<OriginalFile> numbered(const std::vector<OriginalFile>& files, std::string_view typed) {
    const auto number = Visit::number(typed);
    if (!number || *number < 1 || static_cast<std::size_t>(*number) > files.size()) return std::nullopt;
    return files[static_cast<std::size_t>(*number) - 1];
}

/// The file's name for every browser (RFC 6266): in ASCII, and next to that the whole of it.
std::string disposition(const OriginalFile& file) {
    std::string plain;
    for (const char c : file.name) {
        const bool is_plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                              c == '.' || c == '-';
        plain += is_plain ? c : '_';
    }
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + percent_encoded(file.name);
}

Response public_file(const Visit& visit, std::string_view file) {
    const auto number = Visit::number(visit.path.at("number"));
    const auto inspel = number ? store::inspel_numbered(visit.db, visit.process->id, *number) : std::nullopt;
    if (!inspel || inspel->state != Inspel::State::published) return problem(visit, Failure::Kind::not_found);
    const auto found = numbered(store::files_of(visit.db, inspel->id), file);
    if (!found || !found->is_shown) return problem(visit, Failure::Kind::not_found);
    return file_response(visit, store::copy_of(visit.db, *found).value_or(*found));
}

Html public_view(const Visit& visit, const Inspel& inspel, const std::vector<OriginalFile>& files) {
    Html shown_files;
    std::size_t held = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!files[i].is_shown) {
            ++held;
            continue;
        }
        const auto given = store::copy_of(visit.db, files[i]);
        shown_files += file_view(
            visit, given.value_or(files[i]), visit.href(address::inspel_file, inspel.number, i + 1));
        if (given)
            shown_files += html("<p class=\"meta\">{}</p>",
                visit.words("Something in the file is masked. The original can be asked for."));
    }
    if (held == 0) return shown_files;
    return html("{}<p class=\"meta\">{}</p>", shown_files,
        visit.words.count("{} file came with it, which we look through before it is shown.",
            "{} files came with it, which we look through before they are shown.", held));
}

Html senders_view(const Visit& visit, const Inspel& inspel, const std::vector<OriginalFile>& files,
    const std::string& code) {
    Html all;
    for (std::size_t i = 0; i < files.size(); ++i) {
        all += file_view(visit, files[i],
            is_living(inspel) ? visit.href(address::receipt_attachment, code, i + 1) : std::string{});
        const bool is_public = files[i].is_shown && inspel.state == Inspel::State::published;
        all +=
            html("<p class=\"meta\">{}</p>", is_public ? visit.words("Everybody can fetch it.")
                                                       : visit.words("Only you and the staff can fetch it."));
    }
    return all;
}

}  // namespace

Html files_field(const Visit& visit, const std::string& label, FileKinds kinds,
    const ui::Complaints& complaints, Coming coming) {
    if (kinds == FileKinds::none) return {};
    return ui::files_field(
        {.name = field_name, .label = label, .hint = hint_of(visit, kinds, coming), .is_optional = true},
        weighed(visit, kinds), complaints, visit.words);
}

std::vector<app::SentFile> typed_files(const Visit& visit) {
    std::vector<app::SentFile> files;
    std::size_t bytes = 0;
    for (const auto& upload : visit.request.uploads) {
        if (upload.field != field_name || (upload.file_name.empty() && upload.bytes.empty())) continue;
        files.push_back({upload.file_name, upload.bytes});
        bytes += upload.bytes.size();
    }
    // What is refused as a whole need not be drawn.
    if (!faults_together(files.size(), bytes).empty()) return files;
    for (auto& file : files) file = app::redrawn(std::move(file));
    return files;
}

std::optional<app::SentFile> typed_file(const Visit& visit, const std::string& field) {
    for (const auto& upload : visit.request.uploads)
        if (upload.field == field && !(upload.file_name.empty() && upload.bytes.empty()))
            return app::redrawn({upload.file_name, upload.bytes});
    return std::nullopt;
}

Html file_view(const Visit& visit, const OriginalFile& file, const std::string& href) {
    constexpr std::size_t kilo = 1000;
    const auto name =
        href.empty() ? html("{}", file.name) : html(R"(<a href="{}" download>{}</a>)", href, file.name);
    return html(
        R"(<p class="file">{name} · {kilobytes} kB<br><code class="small">SHA-256 {digest}</code></p>)",
        "name"_a = name,
        "kilobytes"_a = visit.words.number(static_cast<std::int64_t>((file.size + kilo - 1) / kilo)),
        "digest"_a = file.digest);
}

Html files_view(const Visit& visit, const Inspel& inspel, Reader reader, const std::string& code) {
    const auto files = store::files_of(visit.db, inspel.id);
    if (files.empty() || inspel.state == Inspel::State::erased) return {};
    const auto list = reader == Reader::sender ? senders_view(visit, inspel, files, code)
                                               : public_view(visit, inspel, files);
    return html("<h2>{}</h2>{}", visit.words("Files"), list);
}

Response file_response(const Visit& visit, const OriginalFile& file) {
    Response response;
    response.content_type = std::string{content_type_of(file.format)};
    response.headers = {{"Content-Disposition", disposition(file)},
        {"Content-Security-Policy", "default-src 'none'; sandbox"}, {"Cache-Control", "no-store"},
        {"X-Robots-Tag", "noindex"}};
    response.body = store::bytes_of(visit.db, file.id);
    return response;
}

Response file(const Visit& visit) {
    return public_file(visit, visit.path.at("file"));
}

Response only_file(const Visit& visit) {
    return public_file(visit, "1");
}

Response senders_file(const Visit& visit) {
    const auto code = read_receipt_code(visit.path.at("code")).value_or(std::string{});
    const auto inspel = store::inspel_of_code(visit.db, visit.process->id, app::digest_of_code(code));
    if (!inspel || !is_living(*inspel)) return problem(visit, Failure::Kind::not_found);
    const auto found = numbered(store::files_of(visit.db, inspel->id), visit.path.at("file"));
    return found ? file_response(visit, *found) : problem(visit, Failure::Kind::not_found);
}

namespace desk {

Response file(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number"));
    const auto inspel = number ? store::inspel_numbered(visit.db, visit.process->id, *number) : std::nullopt;
    if (!inspel || inspel->state == Inspel::State::erased) return problem(visit, Failure::Kind::not_found);
    const auto found = numbered(store::files_of(visit.db, inspel->id), visit.path.at("file"));
    if (!found) return problem(visit, Failure::Kind::not_found);
    if (visit.query("maskad").empty()) return file_response(visit, *found);
    const auto copy = store::copy_of(visit.db, *found);
    return copy ? file_response(visit, *copy) : problem(visit, Failure::Kind::not_found);
}

}  // namespace desk

}  // namespace medskapa::web::inspel
