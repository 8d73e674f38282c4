#include "store/sql/postgres_login.hpp"

#include "store/sql/address.hpp"

#include <fcntl.h>
#include <libpq-fe.h>
#include <unistd.h>
#include <memory>

namespace medskapa::sql {
namespace {

std::string escaped(std::string_view text, std::string_view marks) {
    std::string out;
    for (const char c : text) {
        if (marks.find(c) != marks.npos) out += '\\';
        out += c;
    }
    return out;
}

void write_privately(const std::filesystem::path& path, const std::string& text) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    const bool is_written =
        file >= 0 && ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    if (file >= 0) ::close(file);
    if (!is_written) throw Error{path.string() + " could not be written. Check the space on the disk."};
}

}  // namespace

PostgresLogin::PostgresLogin(const std::string& url) {
    refuse_unreadable(url);
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options{
        PQconninfoParse(url.c_str(), nullptr), PQconninfoFree};
    for (const auto* option = options.get(); option->keyword != nullptr; ++option) {
        if (option->val == nullptr) continue;
        const std::string_view keyword = option->keyword;
        if (keyword == "password") {
            const auto file = folder_.path() / "pgpass";
            write_privately(file, "*:*:*:*:" + escaped(option->val, ":\\") + '\n');
            conninfo_ += "passfile='" + escaped(file.string(), "'\\") + "' ";
        } else {
            conninfo_ += std::string{keyword} + "='" + escaped(option->val, "'\\") + "' ";
        }
    }
}

}  // namespace medskapa::sql
