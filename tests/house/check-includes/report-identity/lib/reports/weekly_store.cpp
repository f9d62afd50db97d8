const char* const ages = R"sql(SELECT m.person FROM member m
                               JOIN person_birth b ON b.person = m.person)sql";
const char* const table = "person_identity";
