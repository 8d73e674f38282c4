#include "base/sheets/workbook.hpp"

#include "base/sheets/ods.hpp"
#include "base/sheets/parts.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <cstring>

namespace medskapa::sheets {
namespace {

constexpr auto broken = N_("The workbook cannot be read. Save it again as XLSX or CSV");
constexpr auto no_workbook =
    N_("The file is packed, but it is no workbook in XLSX. Save the table as XLSX or CSV");
constexpr auto too_large = N_("The workbook is too large. Keep only the sheet and the rows that are needed");

constexpr auto locked = N_("The file is locked with a password. Save it without one");

constexpr std::size_t most_parts = 4000;
constexpr std::string_view content_part = "content.xml";  // of OpenDocument

tl::unexpected<Failure> unfit(const char* why) {
    return refuse(Failure::Kind::invalid, {{"fil", why}});
}

char lower(char c) {
    return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Part names are the same in capitals and small letters, and some programs write them with backslashes.
bool is_same_part(std::string_view a, std::string_view b) {
    const auto plain = [](char c) { return c == '\\' ? '/' : lower(c); };
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return plain(x) == plain(y); });
}

const zip::Entry* entry_of(const std::vector<zip::Entry>& entries, std::string_view name) {
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const zip::Entry& entry) {
        auto its = entry.name;
        while (its.starts_with('/') || its.starts_with('\\')) its.remove_prefix(1);
        return is_same_part(its, name);
    });
    return found == entries.end() ? nullptr : &*found;
}

std::string folder_of(std::string_view part) {
    const auto at = part.rfind('/');
    return at == part.npos ? std::string{} : std::string{part.substr(0, at + 1)};
}

/// A target is from the root, or from the folder of the part that names it.
std::string resolved(const std::string& folder, std::string target) {
    std::replace(target.begin(), target.end(), '\\', '/');
    std::string path = target.starts_with('/') ? target.substr(1) : folder + target;
    for (auto up = path.find("../"); up != path.npos; up = path.find("../")) {
        const auto before = up > 1 ? path.rfind('/', up - 2) : path.npos;
        path.erase(before == path.npos ? 0 : before + 1, up + 3 - (before == path.npos ? 0 : before + 1));
    }
    return path;
}

std::string relations_of(const std::string& part) {
    const auto folder = folder_of(part);
    return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

/// Walks a part. False when it is not there.
Result<bool> walk(std::string_view bytes, const std::vector<zip::Entry>& entries, std::string_view part,
    XmlReader& reader) {
    const auto* entry = entry_of(entries, part);
    if (entry == nullptr) return false;
    if (entry->is_encrypted) return unfit(locked);
    XmlWalk xml{reader};
    auto state = XmlWalk::State::going;
    std::uint64_t unpacked = 0;
    const auto end = zip::unpack(bytes, *entry, [&](std::string_view piece) {
        unpacked += piece.size();
        if (unpacked > most_xml) return false;
        state = xml.feed(piece);
        return state == XmlWalk::State::going;
    });
    if (unpacked > most_xml) return unfit(too_large);
    if (end == zip::Unpacked::whole && state == XmlWalk::State::going) state = xml.finish();
    if (state == XmlWalk::State::broken || end == zip::Unpacked::broken) return unfit(broken);
    return true;
}

}  // namespace

std::string_view TextRoom::keep(std::string_view text) {
    constexpr std::size_t block = std::size_t{1} << 16;
    if (text.size() > left_) {
        left_ = std::max(block, text.size());
        blocks_.push_back(std::make_unique<char[]>(left_));
        at_ = blocks_.back().get();
    }
    if (!text.empty()) std::memcpy(at_, text.data(), text.size());
    const std::string_view kept{at_, text.size()};
    at_ += text.size();
    left_ -= text.size();
    return kept;
}

bool is_archive(std::string_view bytes) {
    return bytes.starts_with(std::string_view{"PK\x03\x04", 4});
}

/// Opens a workbook part by part; the first refusal is kept.
class Opening {
public:
    explicit Opening(std::string_view bytes) {
        book_.bytes_ = bytes;
        book_.entries_ = zip::directory(bytes);
    }

    Result<Workbook> opened() {
        if (book_.entries_.empty()) return unfit(broken);
        if (book_.entries_.size() > most_parts) return unfit(too_large);
        if (whole_part("mimetype", longest_type).starts_with(open_spreadsheet)) return opened_open_document();
        const auto main = main_part();
        WorkbookReader list;
        if (!read(main, list)) return refused(no_workbook);
        RelationReader relations;
        read(relations_of(main), relations);
        const auto folder = folder_of(main);
        for (auto& sheet : list.sheets) {
            const auto found = relations.target_of_id.find(sheet.part);
            sheet.part = found == relations.target_of_id.end() ? "" : resolved(folder, found->second);
        }
        StyleReader styles;
        read(target(relations, folder, "styles"), styles);
        SharedReader shared;
        read(target(relations, folder, "sharedStrings"), shared);
        if (shared.is_too_large()) return unfit(too_large);
        if (failure_) return tl::unexpected{*failure_};
        if (list.sheets.empty()) return unfit(no_workbook);
        book_.sheets_ = std::move(list.sheets);
        book_.epoch_ = list.epoch;
        book_.formats_ = std::move(styles.formats);
        book_.struck_ = std::move(styles.struck);
        book_.shared_ = std::make_shared<const SharedTexts>(std::move(shared.shared));
        return std::move(book_);
    }

private:
    static constexpr std::string_view open_spreadsheet = "application/vnd.oasis.opendocument.spreadsheet";
    static constexpr std::size_t longest_type = 200;  // bytes
    static constexpr std::size_t longest_manifest = 1UL << 20;

    Result<Workbook> opened_open_document() {
        const bool is_locked =
            whole_part("META-INF/manifest.xml", longest_manifest).find("encryption-data") !=
            std::string::npos;
        if (is_locked) return unfit(locked);
        OdsReader list;
        const bool was_there = read(std::string{content_part}, list);
        if (failure_ || !was_there) return refused(no_workbook);
        if (list.is_too_large()) return unfit(too_large);
        if (list.sheets.empty()) return unfit(no_workbook);
        book_.sheets_ = std::move(list.sheets);
        book_.shared_ = std::make_shared<const SharedTexts>();
        book_.is_open_document_ = true;
        return std::move(book_);
    }

    /// A small part as it is; empty where it is not there or larger.
    std::string whole_part(std::string_view name, std::size_t longest) const {
        const auto* entry = entry_of(book_.entries_, name);
        std::string part;
        if (entry == nullptr || entry->is_encrypted) return part;
        (void)zip::unpack(book_.bytes_, *entry, [&](std::string_view piece) {
            part += piece;
            return part.size() <= longest;
        });
        return part.size() <= longest ? part : std::string{};
    }

    std::string main_part() {
        RelationReader root;
        read("_rels/.rels", root);
        const auto found = root.target_of_type.find("officeDocument");
        return found == root.target_of_type.end() ? "xl/workbook.xml" : resolved("", found->second);
    }

    static std::string target(const RelationReader& relations, const std::string& folder, const char* type) {
        const auto found = relations.target_of_type.find(type);
        return found == relations.target_of_type.end() ? folder + type + ".xml"
                                                       : resolved(folder, found->second);
    }

    bool read(const std::string& part, XmlReader& reader) {
        const auto was_there = walk(book_.bytes_, book_.entries_, part, reader);
        if (!was_there && !failure_) failure_ = was_there.error();
        return was_there && *was_there;
    }

    tl::unexpected<Failure> refused(const char* otherwise) const {
        return failure_ ? tl::unexpected{*failure_} : unfit(otherwise);
    }

    Workbook book_;
    std::optional<Failure> failure_;
};

Result<Workbook> Workbook::opened(std::string_view bytes) {
    return Opening{bytes}.opened();
}

namespace {

/// The sheet that a reader of its cells has read.
template <class Reader>
Result<Sheet> sheet_of(Reader& reader, const std::string& name, std::shared_ptr<const SharedTexts> shared) {
    if (reader.is_too_large()) return unfit(too_large);
    if (reader.is_broken()) return unfit(broken);
    return Sheet{
        name, std::move(reader.rows), std::move(reader.merged), std::move(shared), std::move(reader.own)};
}

}  // namespace

Result<Sheet> Workbook::read(const Listed& listed, std::size_t last_row) const {
    if (is_open_document_) {
        const auto place = static_cast<std::size_t>(std::stoul(listed.part));
        OdsReader reader{place, last_row};
        const auto was_there = walk(bytes_, entries_, content_part, reader);
        if (!was_there) return tl::unexpected{was_there.error()};
        return sheet_of(reader, listed.name, shared_);
    }
    SheetReader reader{{formats_, struck_, *shared_, epoch_}, last_row};
    const auto was_there = walk(bytes_, entries_, listed.part, reader);
    if (!was_there) return tl::unexpected{was_there.error()};
    if (!*was_there) return unfit(broken);
    return sheet_of(reader, listed.name, shared_);
}

bool is_blank(std::string_view text) {
    constexpr std::string_view no_break = "\u00A0";
    while (!text.empty()) {
        const auto size = text.starts_with(no_break) ? no_break.size() : 1;
        if (size == 1 && std::string_view{" \t\r\n"}.find(text.front()) == std::string_view::npos)
            return false;
        text.remove_prefix(size);
    }
    return true;
}

std::string column_letters(std::size_t column) {
    std::string letters;
    for (auto left = column + 1; left > 0; left = (left - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    return letters;
}

std::optional<Complaint> fault_of(const Cell& cell, std::size_t row) {
    const auto where = column_letters(cell.column) + std::to_string(row);
    if (cell.kind == Cell::Kind::error)
        return Complaint{"fil", N_("The cell {} holds the error {}. Correct it in the spreadsheet"),
            {where, text::excerpt(cell.text, 20)}};
    if (cell.kind == Cell::Kind::uncalculated)
        return Complaint{"fil",
            N_("The cell {} holds a formula that was never calculated. Open the file in a spreadsheet "
               "and save it again"),
            {where}};
    return std::nullopt;
}

}  // namespace medskapa::sheets
