#pragma once

#include <string_view>

namespace medskapa {

/// Tells the service manager how far we are, "READY=1" or "STOPPING=1", on the datagram socket that it names
/// in NOTIFY_SOCKET (sd_notify(3)): a path, or a name in the abstract namespace after "@". False where none
/// is named, or where it takes nothing; a server goes on in either case.
bool notify_service_manager(std::string_view state);

}  // namespace medskapa
