const char* const raw = R"sql(SELECT id
                              FROM peer_group)sql";
const char* const plain = "DELETE FROM peer_group";
